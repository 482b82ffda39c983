package dev.baton.jitter;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/// Where a JVM comes to with `-javaagent`: before its main class, and before what is to be held
/// up is loaded.
public final class Agent {
    /// As that of a JVM whose agent throws.
    private static final int REFUSED = 1;

    private Agent() {}

    /// @throws IllegalStateException when a library is there without what is held up in it, or
    /// none of them is: a run that holds nothing up would be green for nothing
    public static void premain(@Nullable String ignored, Instrumentation instrumentation) {
        List<Place> places = places(ClassLoader.getSystemClassLoader());
        weave(places).installOn(instrumentation);
        Jitter.turnOn();
        say(Jitter.begun());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say(Jitter.ended()), "jitter-ends"));
    }

    private static List<Place> places(ClassLoader loader) {
        List<Place> ofUse = Arrays.stream(Place.values())
                .filter(place -> place.isOfUse(loader))
                .toList();
        List<Place> missing =
                ofUse.stream().filter(place -> !place.exists(loader)).toList();
        if (ofUse.isEmpty() || !missing.isEmpty()) {
            throw new IllegalStateException(
                    ofUse.isEmpty() ? "jitter finds nothing to hold up here" : "jitter does not find " + missing);
        }
        return ofUse;
    }

    private static AgentBuilder weave(List<Place> places) {
        return new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.DISABLED)
                .with(new Refusing())
                .type(type -> places.stream().anyMatch(place -> place.type().equals(type.getName())))
                .transform((builder, type, loader, module, domain) -> heldUp(builder, type, places));
    }

    private static DynamicType.Builder<?> heldUp(
            DynamicType.Builder<?> builder, TypeDescription type, List<Place> places) {
        DynamicType.Builder<?> woven = builder;
        for (Place place : places) {
            if (place.type().equals(type.getName())) {
                woven = place.heldUp(woven);
            }
        }
        return woven;
    }

    /// Past whatever a test runner makes of System.err, which may have gone before the last word.
    private static void say(String text) {
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8).println(text);
    }

    /// The JVM would go on without what could not be woven in.
    private static final class Refusing extends AgentBuilder.Listener.Adapter {
        @Override
        public void onError(
                String type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                Throwable failure) {
            if (Arrays.stream(Place.values()).anyMatch(place -> place.type().equals(type))) {
                say("jitter cannot hold up " + type + ": " + failure);
                Runtime.getRuntime().halt(REFUSED);
            }
        }
    }
}
