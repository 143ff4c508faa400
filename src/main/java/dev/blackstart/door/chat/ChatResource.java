package dev.blackstart.door.chat;

import dev.blackstart.door.http.Open;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/// Where chats and alerts come in. Each proves by itself who sends it.
@Path("/chat")
public class ChatResource {
    private final ChatDoors doors;
    private final HttpHeaders headers;

    ChatResource(ChatDoors doors, HttpHeaders headers) {
        this.doors = doors;
        this.headers = headers;
    }

    @POST
    @Path("/slack/command")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open("Slack signs what it sends, and the policy knows the person.")
    public Response slackCommand(byte[] body) {
        return answered(houses -> houses.slack().map(it -> it.command(received(body))));
    }

    @POST
    @Path("/slack/interaction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open("Slack signs what it sends, and the policy knows the person.")
    public Response slackInteraction(byte[] body) {
        return answered(houses -> houses.slack().map(it -> it.interaction(received(body))));
    }

    @POST
    @Path("/mattermost/command")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open("Mattermost sends the token of the command, and the policy knows the person.")
    public Response mattermostCommand(byte[] body) {
        return answered(houses -> houses.mattermost().map(it -> it.command(received(body))));
    }

    @POST
    @Path("/mattermost/action")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open("The button carries our own voucher, and the policy knows the person.")
    public Response mattermostAction(byte[] body) {
        return answered(houses -> houses.mattermost().map(it -> it.action(received(body))));
    }

    @POST
    @Path("/mattermost/dialog")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open("The form carries our own voucher, and the policy knows the person.")
    public Response mattermostDialog(byte[] body) {
        return answered(houses -> houses.mattermost().map(it -> it.dialog(received(body))));
    }

    @POST
    @Path("/webhook")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open("The request is signed, and the policy knows the person.")
    public Response webhook(byte[] body) {
        return answered(houses -> houses.webhook().map(it -> it.take(received(body))));
    }

    @POST
    @Path("/alerts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open("Alertmanager sends its token, and starts nothing that acts.")
    public Response alerts(byte[] body) {
        return answered(houses -> houses.alerts().map(it -> it.take(received(body))));
    }

    private Received received(byte[] body) {
        return Received.of(headers.getRequestHeaders(), body);
    }

    private Response answered(Function<ChatHouses, Optional<Reply>> how) {
        return doors.houses().flatMap(how).map(Replies::of).orElseGet(Replies::none);
    }
}
