package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Much text, many events, long streams.
public interface Sizes extends Conformance {

    @Test
    default void megabytes_of_text_come_back_to_the_letter() {
        String stream = Fact.newStream();
        String megabytes = "Grüße, 東京, \"quoted\" \\ and a 🦉; ".repeat(150_000);
        List<Fact> big = Stream.iterate(0L, n -> n + 1)
                .limit(3)
                .map(n -> Fact.at(stream, n).saying(n + megabytes))
                .toList();
        assertThat(log().append(big)).isEqualTo(Answer.ACKNOWLEDGED);
        assertThat(neighbour().stream(stream).equals(big)).as("the same text").isTrue();
    }

    /// There are no snapshots: the whole stream is what an aggregate is made of.
    @Test
    default void a_stream_of_thousands_is_read_whole_from_its_first_event() {
        String stream = Fact.newStream();
        List<Fact> facts =
                LongStream.range(0, 5_000).mapToObj(n -> Fact.at(stream, n)).toList();
        for (int from = 0; from < facts.size(); from += 1_000) {
            assertThat(log().append(facts.subList(from, from + 1_000))).isEqualTo(Answer.ACKNOWLEDGED);
        }
        assertThat(log().stream(stream)).isEqualTo(facts);
    }

    @Test
    default void thousands_of_streams_begin_in_one_commit() {
        long before = log().last();
        List<Fact> facts = Stream.generate(Fact::first).limit(3_000).toList();
        assertThat(log().append(facts)).isEqualTo(Answer.ACKNOWLEDGED);
        assertThat(denseAfter(before)).extracting(Placed::fact).isEqualTo(facts);
    }
}
