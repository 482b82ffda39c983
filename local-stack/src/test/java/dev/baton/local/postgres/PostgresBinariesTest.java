package dev.baton.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresBinariesTest {

    @Test
    void linux_and_macos_on_either_processor_have_an_archive() {
        List<String> archives = List.of(
                PostgresBinaries.archiveOf("Linux", "amd64"),
                PostgresBinaries.archiveOf("Linux", "aarch64"),
                PostgresBinaries.archiveOf("Mac OS X", "x86_64"),
                PostgresBinaries.archiveOf("Mac OS X", "aarch64"));
        assertThat(archives)
                .doesNotHaveDuplicates()
                .allSatisfy(archive -> assertThat(PostgresBinaries.class.getResource("/" + archive))
                        .isNotNull());
    }

    @Test
    void another_processor_is_refused_in_words() {
        assertThatThrownBy(() -> PostgresBinaries.archiveOf("Linux", "s390x")).hasMessageContaining("s390x");
    }

    @Test
    void whoever_is_root_steps_down() {
        List<String> command = List.of("initdb", "-D", "data");
        assertThat(new Privileges.AsMyself().wrap(command)).isEqualTo(command);
        assertThat(new Privileges.InUserNamespace().wrap(command)).startsWith("unshare", "-U", "initdb");
        assertThat(new Privileges.AsUser("postgres").wrap(command)).startsWith("runuser", "-u", "postgres", "--");
    }
}
