package dev.baton.benchmarks.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/// The starter with JPA and its defaults. One bean is added: on this version of Spring Boot the
/// starter finds no transaction manager and would run without transactions.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(AxonDeal.class)
class AsItComes {
    static final String[] SETTINGS = {"--spring.jpa.hibernate.ddl-auto=create", "--spring.jpa.open-in-view=false"};

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }
}
