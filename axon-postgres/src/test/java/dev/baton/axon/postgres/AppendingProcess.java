package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/// Appends commits of three events for ever, and prints the id of each commit's last event once it
/// is confirmed.
final class AppendingProcess {
    private AppendingProcess() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext service = TestService.start(arguments[0])) {
            PendingAppends appends = service.getBean(PendingAppends.class);
            while (true) {
                System.out.println("confirmed " + append(appends));
            }
        }
    }

    private static UUID append(PendingAppends appends) {
        StreamId stream = StoreTest.newStream();
        List<NewEvent> events =
                List.of(StoreTest.counted(stream, 0), StoreTest.counted(stream, 1), StoreTest.counted(stream, 2));
        appends.add(events);
        return events.getLast().id();
    }
}
