package dev.baton.jitter;

import static dev.baton.jitter.Place.Length.BRIEF;
import static dev.baton.jitter.Place.Length.SPELL;
import static dev.baton.jitter.Place.Moment.AFTER;
import static dev.baton.jitter.Place.Moment.BEFORE;
import static dev.baton.jitter.Place.Moment.BEFORE_AND_AFTER;

import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/// Where a thread can be held up. Types and methods belong to libraries that may rename them, so
/// each place names a type by which its library is known, too: where that one is, the place must
/// be.
public enum Place {
    /// What was read from Kafka is stored late, and the reader comes back late.
    READER("dev.baton.axon.kafka.TopicReader", "dev.baton.axon.kafka.Application", BEFORE_AND_AFTER, SPELL, "carryOut"),
    /// A rebuild has read records and handles them late.
    BULK_READER("dev.baton.axon.kafka.TopicReader", "dev.baton.axon.kafka.BulkLot", BEFORE, SPELL, "flushNowAndThen"),
    /// An event leaves late, and its acknowledgement is noted late.
    PUBLISHER(
            "dev.baton.axon.kafka.publisher.KafkaPublisher",
            "dev.baton.axon.kafka.publisher.Tail",
            BEFORE,
            SPELL,
            "send",
            "settle"),
    /// Axon looks for events late: what has come meanwhile is heard together.
    COORDINATOR(
            "org.axonframework.eventhandling.EventMessage",
            "org.axonframework.eventhandling.pooled.Coordinator$CoordinationTask",
            BEFORE,
            SPELL,
            "run"),
    /// Axon offers an event and the next one late: what usually comes together is heard one by one.
    OFFERED(
            "org.axonframework.eventhandling.EventMessage",
            "org.axonframework.eventhandling.pooled.WorkPackage",
            AFTER,
            SPELL,
            "scheduleEvent",
            "scheduleEvents"),
    /// Events are heard late, and with those that have been offered meanwhile.
    WORKER(
            "org.axonframework.eventhandling.EventMessage",
            "org.axonframework.eventhandling.pooled.WorkPackage",
            BEFORE,
            SPELL,
            "processEvents"),
    /// Rows become visible late, and whoever has committed goes on late.
    COMMIT(
            "com.zaxxer.hikari.HikariDataSource",
            "com.zaxxer.hikari.pool.ProxyConnection",
            BEFORE_AND_AFTER,
            BRIEF,
            "commit"),
    /// A single statement is slow, with all that its transaction has locked.
    STATEMENT(
            "org.postgresql.Driver",
            "org.postgresql.jdbc.PgStatement",
            BEFORE,
            BRIEF,
            "executeInternal",
            "internalExecuteBatch"),
    /// A task that is due begins late.
    TASK(
            "com.github.kagkarlsson.scheduler.Scheduler",
            "com.github.kagkarlsson.scheduler.ExecutePicked",
            BEFORE,
            SPELL,
            "run"),
    /// A question arrives late, and the end of its answer does.
    REQUEST(
            "org.springframework.web.servlet.HandlerMapping",
            "org.springframework.web.servlet.DispatcherServlet",
            BEFORE_AND_AFTER,
            BRIEF,
            "doDispatch");

    enum Moment {
        BEFORE,
        AFTER,
        BEFORE_AND_AFTER
    }

    /// How a place is held up: while its thread's mood lasts, or for a moment now and then.
    enum Length {
        SPELL,
        BRIEF
    }

    private final String library;
    private final String type;
    private final Moment moment;
    private final Length length;

    @SuppressWarnings("ImmutableEnumChecker") // of Set.of
    private final Set<String> methods;

    Place(String library, String type, Moment moment, Length length, String... methods) {
        this.library = library;
        this.type = type;
        this.moment = moment;
        this.length = length;
        this.methods = Set.of(methods);
    }

    String library() {
        return library;
    }

    String type() {
        return type;
    }

    Length length() {
        return length;
    }

    /// Whether the library is there whose place this is.
    public boolean isOfUse(ClassLoader loader) {
        return types(loader).describe(library).isResolved();
    }

    /// Whether the type is there with every method, so that nothing is left out in silence.
    public boolean exists(ClassLoader loader) {
        TypePool.Resolution found = types(loader).describe(type);
        return found.isResolved()
                && methods.stream()
                        .noneMatch(method -> found.resolve()
                                .getDeclaredMethods()
                                .filter(ElementMatchers.named(method))
                                .isEmpty());
    }

    private static TypePool types(ClassLoader loader) {
        return TypePool.Default.of(ClassFileLocator.ForClassLoader.of(loader));
    }

    DynamicType.Builder<?> heldUp(DynamicType.Builder<?> builder) {
        return builder.visit(
                Advice.withCustomMapping().bind(At.class, name()).to(advice()).on(mine()));
    }

    private Class<?> advice() {
        return switch (moment) {
            case BEFORE -> Before.class;
            case AFTER -> After.class;
            case BEFORE_AND_AFTER -> BeforeAndAfter.class;
        };
    }

    private ElementMatcher<MethodDescription> mine() {
        return method -> methods.contains(method.getName());
    }
}
