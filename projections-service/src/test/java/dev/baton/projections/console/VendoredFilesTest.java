package dev.baton.projections.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendoredFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"htmx-2.0.10/htmx.min.js", "echarts-6.1.0/echarts.common.min.js"})
    void a_vendored_file_is_the_one_that_the_readme_names(String file) throws Exception {
        assertThat(new String(read("README.md"), StandardCharsets.UTF_8))
                .contains("`" + file + "`", sha256(read(file)));
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = VendoredFilesTest.class.getResourceAsStream("/static/vendor/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
