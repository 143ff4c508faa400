package dev.blackstart.door.chat;

import dev.blackstart.door.http.Open;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;

/// Where Slack sends commands and clicks.
@Path("/chat/slack")
public class SlackResource {
    private final ChatDoors doors;
    private final HttpHeaders headers;

    SlackResource(ChatDoors doors, HttpHeaders headers) {
        this.doors = doors;
        this.headers = headers;
    }

    @POST
    @Path("/command")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open("Slack signs what it sends, and the policy knows the person.")
    public Response command(byte[] body) {
        return answered(SlackDoor::command, body);
    }

    @POST
    @Path("/interaction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open("Slack signs what it sends, and the policy knows the person.")
    public Response interaction(byte[] body) {
        return answered(SlackDoor::interaction, body);
    }

    private Response answered(BiFunction<SlackDoor, Received, Reply> how, byte[] body) {
        return doors.slack()
                .map(door -> how.apply(door, Received.of(headers.getRequestHeaders(), body)))
                .map(Replies::of)
                .orElseGet(Replies::none);
    }
}
