package dev.blackstart.view.report;

import dev.blackstart.run.GateId;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.view.Outlook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the stories of all gates from the events of a run.
final class GateStories {
    private final Map<GateId, GateStory> stories = new LinkedHashMap<>();

    private GateStories() {}

    /// @param outlook a gate that is still open has waited until then, when anybody can answer it
    static List<GateStory> of(List<Recorded> events, Outlook outlook) {
        GateStories all = new GateStories();
        Instant before = Instant.EPOCH;
        for (Recorded recorded : events) {
            all.saw(recorded, before);
            before = recorded.at();
        }
        Instant end = outlook.carriedOut() ? outlook.at() : before;
        all.stories.replaceAll((id, story) -> story.until(end));
        return List.copyOf(all.stories.values());
    }

    /// @param before when the event before came: since when nobody may have carried the run out
    private void saw(Recorded recorded, Instant before) {
        Instant at = recorded.at();
        if (recorded.event() instanceof RunEvent.GateOpened it) {
            stories.put(it.gate().id(), GateStory.opened(it.gate(), at));
        }
        if (recorded.event() instanceof RunEvent.GateAnswered it) {
            stories.computeIfPresent(it.gate(), (id, story) -> story.answered(it, at));
        }
        if (recorded.event() instanceof RunEvent.GateVoided it) {
            stories.computeIfPresent(it.gate(), (id, story) -> story.voided(it.reason(), at));
        }
        if (recorded.event() instanceof RunEvent.RunResumed) {
            leave("nobody carried the run out any more", before);
        }
        if (recorded.event() instanceof RunEvent.Closed) {
            leave("the run was ended", at);
        }
    }

    private void leave(String reason, Instant at) {
        stories.replaceAll((id, story) -> story.open() ? story.voided(reason, at) : story);
    }
}
