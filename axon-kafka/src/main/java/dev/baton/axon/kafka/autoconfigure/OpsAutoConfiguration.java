package dev.baton.axon.kafka.autoconfigure;

import dev.baton.axon.kafka.ops.LongTask;
import dev.baton.axon.kafka.ops.TaskController;
import dev.baton.axon.kafka.ops.TaskDesk;
import dev.baton.web.edge.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// The door for what ops may start, in a service that has something of the kind.
@AutoConfiguration(after = VerificationAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(Problem.class)
@ConditionalOnBean(LongTask.class)
public class OpsAutoConfiguration {

    @Bean
    TaskDesk taskDesk(ObjectProvider<LongTask> tasks) {
        return new TaskDesk(tasks.orderedStream().toList());
    }

    @Bean
    TaskController taskController(TaskDesk desk) {
        return new TaskController(desk);
    }
}
