package dev.blackstart.door.web;

import dev.blackstart.door.http.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What pages load besides themselves.
@Path("/web")
public class AssetResource {
    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Path("/{file}")
    @Open("Looks and scripts, the same for everybody.")
    public Response file(@PathParam("file") String file) {
        Assets.Asset asset = assets.of(file).orElseThrow(NotFoundException::new);
        return Response.ok(asset.text())
                .type(MediaType.valueOf(asset.type()).withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "max-age=31536000, immutable")
                .build();
    }
}
