package dev.baton.roles.parking;

/// A failure as the code has it, as far as a row has room for it.
final class ErrorText {
    private static final int LONGEST = 2_000;

    private ErrorText() {}

    static String of(Throwable failure) {
        return fitting(failure.toString());
    }

    /// Without what PostgreSQL does not take.
    static String fitting(String whole) {
        String text = whole.replace('\0', ' ');
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
