package dev.baton.projections.testing;

import dev.baton.projections.fact.Fact;
import dev.baton.projections.folding.Model;
import dev.baton.projections.folding.Models;
import dev.baton.projections.folding.View;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/// Folds of the next generation that overlook how one deal was closed, or die of one event.
@Configuration(proxyBeanMethods = false)
@Profile("planted-fault")
public class PlantedFault {
    public static final String DEAL = "deal-3";
    private static final AtomicInteger LEFT = new AtomicInteger(-1);
    private static volatile Runnable death = () -> {};

    /// The folds are right, but the thread that folds dies once, after so many of them; -1: the
    /// folds are wrong.
    public static void dieAfter(int folds) {
        dieAfter(folds, () -> {
            throw new Error("killed while folding");
        });
    }

    /// @param how what happens to the thread then
    static void dieAfter(int folds, Runnable how) {
        death = how;
        LEFT.set(folds);
    }

    @Bean
    @Primary
    Models planted(@Qualifier("models") Models real) {
        return generation -> generation.equals("gen_1")
                ? real.of(generation)
                : real.of(generation).stream()
                        .<Model<?>>map(PlantedFault::wrong)
                        .toList();
    }

    private static <F extends Fact> Model<F> wrong(Model<F> model) {
        return new Model<>(
                model.generation(),
                model.name(),
                model.topic(),
                model.facts(),
                model.kind(),
                model.views().stream().<View<F, ?>>map(PlantedFault::wrong).toList());
    }

    private static <F extends Fact, S> View<F, S> wrong(View<F, S> view) {
        boolean faulty = Set.of("deal_close", "stage_visit").contains(view.name()) && LEFT.get() < 0;
        return new View<>(
                view.name(),
                view.key(),
                (before, fact) -> {
                    die();
                    return before != null && faulty && isTheClose(fact)
                            ? before
                            : view.fold().apply(before, fact);
                },
                view.rows());
    }

    private static void die() {
        if (LEFT.getAndUpdate(left -> left > 0 ? left - 1 : left) == 1) {
            death.run();
        }
    }

    private static boolean isTheClose(Fact fact) {
        return fact.envelope().subject().equals(DEAL) && fact.envelope().type().startsWith("baton.deal.closed");
    }
}
