package dev.baton.roles.steward;

import dev.baton.roles.command.Office;
import dev.baton.roles.directory.Members;
import java.util.Map;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Before the first deal is read there is somebody to hold it.
@Component
class WhenServiceStartsThenTheStewardJoins implements SmartLifecycle {
    /// After the command bus has its handlers, before topics are read and requests are served.
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

    private final StewardSettings steward;
    private final Members members;
    private final Office office;
    private volatile boolean running;

    WhenServiceStartsThenTheStewardJoins(StewardSettings steward, Members members, Office office) {
        this.steward = steward;
        this.members = members;
        this.office = office;
    }

    /// Who has joined before keeps the name and the capacity that somebody may have given them since.
    @Override
    public void start() {
        if (!members.knows(steward.holder())) {
            office.send(steward.join(), Map.of("actor", "baton"));
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
