package dev.baton.deal.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids of deals.
public final class DealIdentity {
    /// Of Baton's own making and never to change: every ingested deal's id hangs on it.
    private static final UUID NAMESPACE = UUID.fromString("5f0c3c5e-0a64-4f0e-9d61-6a1b3f0a8b27");

    /// Never to change either: a request that is repeated hangs on it.
    private static final UUID RETURNING = UUID.fromString("0d6e1f0a-93b4-4a57-8f0e-5b7c2f4d1c63");

    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final TimeBasedEpochGenerator FRESH = Generators.timeBasedEpochGenerator();

    private DealIdentity() {}

    /// The same for ever and everywhere, so that no table has to be asked (UUID version 5). Neither part can
    /// contain the line feed between them.
    public static String of(String source, String subject) {
        return Generators.nameBasedGenerator(NAMESPACE)
                .generate(source + "\n" + subject)
                .toString();
    }

    /// The deal that a customer's earlier one brings: whoever asks for the same again means the same deal (UUID version
    /// 5). The request comes last, so that nothing in it can be taken for another part.
    public static String returning(String origin, String kind, String request) {
        return Generators.nameBasedGenerator(RETURNING)
                .generate(origin + "\n" + kind + "\n" + request)
                .toString();
    }

    /// For a deal that is found here (UUID version 7, grows with time).
    public static String fresh() {
        return FRESH.generate().toString();
    }

    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }
}
