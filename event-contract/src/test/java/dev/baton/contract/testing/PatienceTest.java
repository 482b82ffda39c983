package dev.baton.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void what_is_not_there_yet_is_waited_for() {
        Iterator<String> rows = List.of("first", "second").iterator();
        Awaitility.await().untilAsserted(() -> {
            if (rows.next().equals("first")) {
                throw new NoSuchElementException("no row yet");
            }
            assertThat(rows).isExhausted();
        });
    }
}
