package dev.baton.benchmarks.run;

import dev.baton.benchmarks.probe.CpuTimes;
import dev.baton.benchmarks.probe.FsyncRate;
import dev.baton.benchmarks.probe.Probe;
import dev.baton.benchmarks.probe.ProcessCpu;
import dev.baton.benchmarks.work.Order;
import dev.baton.benchmarks.work.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A contender with its worker, its database and what it has done so far. The processor time that counts is that of
/// the worker, or of the service that it calls.
final class Session implements AutoCloseable {
    private static final int SPARE_SECONDS = 120;

    final Contestant contestant;
    final String database;
    private final WorkerProcess worker;
    private final ProcessHandle jvm;
    private final ProcessHandle postmaster;
    private final List<ProcessHandle> ground;
    private long failed;

    /// @param ground processes that the contender may use and that are known, so that their time is nobody's
    Session(
            Contestant contestant,
            String database,
            WorkerProcess worker,
            ProcessHandle postmaster,
            List<ProcessHandle> ground) {
        this.contestant = contestant;
        this.database = database;
        this.worker = worker;
        this.jvm = worker.handle().children().findFirst().orElse(worker.handle());
        this.postmaster = postmaster;
        this.ground = ground;
    }

    /// Requests that ended without an answer.
    long failed() {
        return failed;
    }

    Turn turn(Order order) throws IOException {
        Turn turn = worker.tell(order, (int) order.seconds() + SPARE_SECONDS);
        if (turn == null) {
            throw new IOException(contestant.name() + " had no turn");
        }
        failed += turn.failed();
        return turn;
    }

    void tell(Order order, int patienceSeconds) throws IOException {
        var ignored = worker.tell(order, patienceSeconds);
    }

    Measured measured(Order order, int round, Probe before, FsyncRate disk) throws IOException {
        Optional<CpuTimes> machine = CpuTimes.now();
        Spent begin = spent();
        Turn turn = turn(order);
        Spent used = spent().since(begin);
        OptionalDouble foreign = Probe.foreign(machine, used.all());
        return new Measured(
                contestant, round, order.callers(), turn, used.jvm(), used.postgres(), foreign, before, Probe.of(disk));
    }

    private Spent spent() throws IOException {
        double runner = ProcessCpu.of(ProcessHandle.current());
        double helper = jvm.equals(worker.handle()) ? 0 : ProcessCpu.of(worker.handle());
        double around = ground.stream().mapToDouble(ProcessCpu::of).sum();
        return new Spent(ProcessCpu.of(jvm), ProcessCpu.withChildren(postmaster), runner + helper + around);
    }

    @Override
    public void close() throws IOException {
        worker.close();
    }

    /// Processor seconds.
    private record Spent(double jvm, OptionalDouble postgres, double beside) {
        Spent since(Spent before) {
            return new Spent(
                    jvm - before.jvm,
                    postgres.isPresent()
                            ? OptionalDouble.of(postgres.getAsDouble() - before.postgres.orElse(0))
                            : postgres,
                    beside - before.beside);
        }

        double all() {
            return jvm + postgres.orElse(0) + beside;
        }
    }
}
