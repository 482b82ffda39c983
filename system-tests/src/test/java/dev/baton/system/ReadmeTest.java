package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void shell_blocks_that_call_a_running_system_become_one_strict_script() {
        Readme readme = Readme.parse("""
                Text with `curl`.

                ```sh
                ./mvnw verify
                ```
                ```sh
                TOKEN=$(./baton token analyst)
                curl -sS localhost
                ```
                ```json
                {"curl ": 1}
                ```
                """);

        assertThat(readme.blocks()).hasSize(2);
        assertThat(readme.calls())
                .startsWith("set -euo pipefail")
                .endsWith("TOKEN=$(./baton token analyst)\ncurl -sS localhost\n")
                .doesNotContain("mvnw", "json");
    }
}
