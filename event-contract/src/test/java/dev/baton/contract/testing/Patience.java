package dev.baton.contract.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// How every test waits for what comes by itself. JUnit finds it as a service, so that no test can forget it.
public final class Patience implements LauncherSessionListener {
    /// Whatever is certain to come has come by then, also on a busy machine: that is slow, not
    /// wrong. Where tests are held up on purpose, `-Dbaton.patience` says how many times as long.
    public static final Duration LIMIT = Duration.ofSeconds(120).multipliedBy(Integer.getInteger("baton.patience", 1));

    /// A row that is not there, a field that an answer lacks, a service that starts: all of that means "not yet",
    /// and is told as the cause when it still is so in the end.
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
        Awaitility.ignoreExceptionsByDefault();
    }
}
