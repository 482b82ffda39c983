package dev.baton.roles.ops;

import dev.baton.axon.kafka.verify.Intake;
import dev.baton.contract.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This log holds what deals told, too: it is compared with the topic, and lost topics are filled from here first.
@Configuration(proxyBeanMethods = false)
class TakenIn {

    @Bean
    Intake dealEvents() {
        return new Intake("roles-deals", Topics.DEALS);
    }
}
