package dev.baton.projections.replay;

import dev.baton.projections.answer.Rows;
import dev.baton.projections.generation.Generation;
import dev.baton.web.edge.security.Actor;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Replays, for whoever has the scope `ops`.
@RestController
@RequestMapping("/ops/replays")
class ReplayController {
    private static final int LONGEST_KEY = 255;

    private final Replays replays;

    /// @param acceptDifferences whether to swap even where rows differ
    record Wish(@Nullable Boolean acceptDifferences) {}

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    /// @param key the same key again answers with the same replay
    @PostMapping
    ResponseEntity<Replay> begin(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Wish wish,
            Actor actor) {
        requireOperator(actor);
        requireUsable(key);
        boolean accept = wish != null && Boolean.TRUE.equals(wish.acceptDifferences());
        Replay replay = replays.begin(new ReplayRequest(actor.id(), key, accept));
        return ResponseEntity.accepted()
                .location(URI.create("/ops/replays/" + replay.id()))
                .body(replay);
    }

    @GetMapping
    Rows<Replay> latest(Actor actor) {
        requireOperator(actor);
        return new Rows<>(replays.latest());
    }

    @GetMapping("/plan")
    ReplayPlan plan(Actor actor) {
        requireOperator(actor);
        return replays.plan();
    }

    @GetMapping("/{id}")
    Replay one(@PathVariable long id, Actor actor) {
        requireOperator(actor);
        return replays.find(id).orElseThrow(() -> ReplayRefused.unknown(id));
    }

    @PostMapping("/rollback")
    Generation rollBack(Actor actor) {
        requireOperator(actor);
        return replays.rollBack();
    }

    /// A replay is found again by its key, which an index has to hold.
    private static void requireUsable(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ReplayRefused.unusableKey(LONGEST_KEY);
        }
    }

    private static void requireOperator(Actor actor) {
        if (!actor.scopes().contains("ops")) {
            throw ReplayRefused.notAnOperator();
        }
    }
}
