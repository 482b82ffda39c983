package dev.baton.axon.postgres;

import dev.baton.web.edge.problem.ProblemTranslation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// Words the log's failures in every service that has a log and the edge.
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass(ProblemTranslation.class)
public class LogProblemsAutoConfiguration {

    @Bean
    ProblemTranslation logProblems() {
        return new LogProblems();
    }
}
