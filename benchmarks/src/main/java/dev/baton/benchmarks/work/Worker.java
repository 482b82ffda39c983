package dev.baton.benchmarks.work;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A contender in a JVM of its own: it calls the runner on a loopback port and does what it is told,
/// until the runner is gone.
///
/// Arguments: the contender's name, the runner's port, the database's URL, the project's root, how
/// many deals at once, the directory of what was started for the run, or nothing.
public final class Worker {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Worker() {}

    public static void run(Contestants contestants, String[] arguments) throws Exception {
        Place place = new Place(arguments[2], Path.of(arguments[3]), Integer.parseInt(arguments[4]), ground(arguments));
        try (Socket runner = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]))) {
            runner.setTcpNoDelay(true);
            converse(runner, contestants, arguments[0], place);
        }
    }

    private static @Nullable Path ground(String[] arguments) {
        return arguments.length > 5 ? Path.of(arguments[5]) : null;
    }

    private static void converse(Socket runner, Contestants contestants, String name, Place place) throws Exception {
        try (BufferedReader orders =
                        new BufferedReader(new InputStreamReader(runner.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter answers =
                        new BufferedWriter(new OutputStreamWriter(runner.getOutputStream(), StandardCharsets.UTF_8))) {
            Contestants.Appending appending = contestants.appending().get(name);
            Contestants.Replaying replaying = contestants.replaying().get(name);
            if (appending != null) {
                append(appending, place, orders, answers);
            } else if (replaying != null) {
                replay(replaying, place, orders, answers);
            } else {
                say(answers, new Answered(null, "no contender is called " + name));
            }
        }
    }

    private static void append(
            Contestants.Appending appending, Place place, BufferedReader orders, BufferedWriter answers)
            throws Exception {
        try (AppendContender contender = appending.at(place)) {
            Acknowledged acknowledged = new Acknowledged();
            Deals deals = new Deals(place.dealsAtOnce(), System.nanoTime());
            Callers callers = new Callers(contender, deals, acknowledged);
            serve(orders, answers, order -> switch (order.task()) {
                case Order.APPEND -> callers.during(order.callers(), duration(order));
                case Order.ACKNOWLEDGED -> {
                    acknowledged.writeTo(Path.of(order.file()));
                    yield null;
                }
                default -> throw new IllegalArgumentException("an appender cannot " + order.task());
            });
        }
    }

    private static void replay(
            Contestants.Replaying replaying, Place place, BufferedReader orders, BufferedWriter answers)
            throws Exception {
        try (ReplayContender contender = replaying.at(place)) {
            serve(orders, answers, order -> switch (order.task()) {
                case Order.FILL -> {
                    contender.fill(order.events());
                    yield null;
                }
                case Order.REBUILD -> rebuilt(contender, duration(order));
                default -> throw new IllegalArgumentException("a replay cannot " + order.task());
            });
        }
    }

    private static Turn rebuilt(ReplayContender contender, Duration most) throws Exception {
        contender.empty();
        long begin = System.nanoTime();
        long events = contender.rebuild(most);
        double seconds = (System.nanoTime() - begin) / 1e9;
        contender.halt();
        return new Turn(events, 0, seconds, 0, 0, 0, null);
    }

    private static Duration duration(Order order) {
        return Duration.ofNanos((long) (order.seconds() * 1e9));
    }

    /// The first answer says that the contender is ready.
    private static void serve(BufferedReader orders, BufferedWriter answers, Task task) throws IOException {
        say(answers, new Answered(null, null));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            say(answers, carriedOut(JSON.readValue(line, Order.class), task));
        }
    }

    private static Answered carriedOut(Order order, Task task) {
        try {
            return new Answered(task.carryOut(order), null);
        } catch (Exception e) {
            e.printStackTrace();
            return new Answered(null, e.toString());
        }
    }

    private static void say(BufferedWriter answers, Answered answer) throws IOException {
        answers.write(JSON.writeValueAsString(answer));
        answers.newLine();
        answers.flush();
    }

    @FunctionalInterface
    private interface Task {
        @Nullable
        Turn carryOut(Order order) throws Exception;
    }
}
