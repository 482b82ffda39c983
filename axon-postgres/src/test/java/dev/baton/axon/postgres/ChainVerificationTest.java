package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainVerificationTest extends StoreTest {

    /// Commits 1-2, 3, 4-6, 7.
    @BeforeEach
    void four_commits() {
        jdbc.execute("truncate event, event_commit");
        StreamId stream = newStream();
        append(counted(stream, 0), counted(stream, 1));
        append(counted(stream, 2));
        append(counted(stream, 3), counted(stream, 4), counted(stream, 5));
        append(counted(stream, 6));
    }

    @Test
    void an_untouched_chain_is_intact() {
        assertThat(chain()).isInstanceOfSatisfying(ChainVerdict.Intact.class, intact -> {
            assertThat(intact.commits()).isEqualTo(4);
            assertThat(intact.events()).isEqualTo(7);
            assertThat(intact.lastHash()).hasSize(64);
        });
    }

    @Test
    void an_empty_log_is_intact() {
        jdbc.execute("truncate event, event_commit");
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiterString = " => ",
            value = {
                "a payload changed by one space => update event set payload = payload || ' ' where position = 5 => 4",
                "metadata changed => update event set metadata = '{\"actor\":\"x\"}' where position = 1 => 1",
                "a type changed => update event set type = 'other' where position = 3 => 3",
                "an event id changed => update event set event_id = gen_random_uuid() where position = 3 => 3",
                "a stream changed => update event set stream_id = 'deal/other' where position = 6 => 4",
                "a sequence changed => update event set sequence = 99 where position = 7 => 7",
                "a source changed => update event set source = 'other' where position = 7 => 7",
                "an occurred time changed => update event set occurred_at = occurred_at - interval '1 us' where position = 2 => 1",
                "a recorded time changed => update event set recorded_at = recorded_at - interval '1 us' where position = 2 => 1",
                "an event removed => delete from event where position = 4 => 4",
                "the last event removed => delete from event where position = 7 => 7",
                "an event moved beyond the end => update event set position = 8 where position = 5 => 4",
                "a commit removed => delete from event_commit where first_position = 3 => 4",
                "the first commit removed => delete from event_commit where first_position = 1 => 3",
                "the last commit removed => delete from event_commit where first_position = 7 => 7",
                "a commit's time changed => update event_commit set committed_at = committed_at + interval '1 us' where first_position = 3 => 3",
                "a commit's digest changed => update event_commit set digest = sha256('x') where first_position = 4 => 4",
                "a commit's hash changed => update event_commit set hash = sha256('x') where first_position = 4 => 4",
                "a commit's link changed => update event_commit set previous_hash = sha256('x') where first_position = 4 => 4",
                "a commit widened => update event_commit set last_position = 8 where first_position = 7 => 7",
            })
    void tampering_is_found_at_the_first_broken_commit(String what, String sql, long brokenCommit) {
        jdbc.execute(sql);
        assertThat(chain())
                .isInstanceOfSatisfying(
                        ChainVerdict.Broken.class,
                        broken -> assertThat(broken.firstPosition())
                                .as(broken.reason())
                                .isEqualTo(brokenCommit));
    }

    @Test
    void a_commit_of_more_events_than_are_read_at_once_is_checked_whole() {
        StreamId stream = newStream();
        append(IntStream.range(0, 2500)
                .mapToObj(sequence -> counted(stream, sequence))
                .toArray(NewEvent[]::new));
        append(counted(stream, 2500));
        assertThat(chain())
                .isInstanceOfSatisfying(
                        ChainVerdict.Intact.class,
                        intact -> assertThat(intact.commits()).isEqualTo(6));
        assertThat(service.getBean(ChainVerification.class).verifyEnd()).isInstanceOf(ChainVerdict.Intact.class);

        jdbc.execute("update event set payload = payload || ' ' where position = 2400");
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.firstPosition()).isEqualTo(8));

        jdbc.execute("delete from event where position between 1500 and 1503");
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.missing()).containsExactly(1500L, 1501L, 1502L, 1503L));
    }

    private List<ChainFault> faults() {
        List<ChainFault> faults = new ArrayList<>();
        service.getBean(ChainVerification.class).walk(ChainWalk.of(faults::add));
        return faults;
    }

    @Test
    void two_events_that_changed_places_are_found() {
        jdbc.execute("update event set position = 100 where position = 4");
        jdbc.execute("update event set position = 4 where position = 5");
        jdbc.execute("update event set position = 5 where position = 100");
        assertThat(chain()).isInstanceOf(ChainVerdict.Broken.class);
    }

    @Test
    void an_event_that_was_slipped_in_after_the_end_is_found() {
        jdbc.execute("insert into event select 8, gen_random_uuid(), stream_id, 7, type, payload, metadata,"
                + " occurred_at, recorded_at, source from event where position = 7");
        assertThat(chain())
                .isInstanceOfSatisfying(
                        ChainVerdict.Broken.class,
                        broken -> assertThat(broken.firstPosition()).isEqualTo(8));
    }
}
