package dev.baton.benchmarks.run;

import dev.baton.benchmarks.work.Answered;
import dev.baton.benchmarks.work.Order;
import dev.baton.benchmarks.work.Turn;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A contender's JVM as the runner sees it: warm from one turn to the next, told what to do over a
/// loopback socket. It ends by itself when the runner is gone.
final class WorkerProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path log;
    private final Socket socket;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private WorkerProcess(Process process, Path log, Socket socket) throws IOException {
        this.process = process;
        this.log = log;
        this.socket = socket;
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        orders = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }

    /// Starts the worker and returns when its contender is ready.
    static WorkerProcess start(List<String> java, String name, List<String> place, Path log) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> command = new ArrayList<>(java);
            command.add(name);
            command.add(Integer.toString(door.getLocalPort()));
            command.addAll(place);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
            Process process = builder.start();
            try {
                return connected(process, log, door);
            } catch (IOException failed) {
                process.destroyForcibly();
                throw failed;
            }
        }
    }

    private static WorkerProcess connected(Process process, Path log, ServerSocket door) throws IOException {
        door.setSoTimeout(500);
        for (int waited = 0; waited < PATIENCE_SECONDS * 2 && process.isAlive(); waited++) {
            try {
                WorkerProcess worker = new WorkerProcess(process, log, door.accept());
                worker.answer(PATIENCE_SECONDS);
                return worker;
            } catch (SocketTimeoutException notYet) {
                // the JVM is still starting
            }
        }
        throw new IOException("the worker did not start; see " + log);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// @return the turn, or null for an order that has none
    @Nullable
    Turn tell(Order order, int patienceSeconds) throws IOException {
        orders.write(JSON.writeValueAsString(order));
        orders.newLine();
        orders.flush();
        return answer(patienceSeconds);
    }

    private @Nullable Turn answer(int patienceSeconds) throws IOException {
        socket.setSoTimeout(patienceSeconds * 1000);
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the worker ended; see " + log);
        }
        Answered answered = JSON.readValue(line, Answered.class);
        if (answered.problem() != null) {
            throw new IOException(answered.problem() + "; see " + log);
        }
        return answered.turn();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
