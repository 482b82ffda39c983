package dev.baton.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.baton.local.state.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/// The key that signs tokens. It is kept in the data directory, so that a token outlives the
/// process that issued it.
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    static JWKSet keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.write(file, generate().toJSONString());
        }
        try {
            return new JWKSet(RSAKey.parse(Files.readString(file)));
        } catch (ParseException damaged) {
            throw new IOException(file + " holds no signing key; delete it to get a new one", damaged);
        }
    }

    private static RSAKey generate() throws IOException {
        try {
            return new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException failure) {
            throw new IOException("cannot make a signing key", failure);
        }
    }
}
