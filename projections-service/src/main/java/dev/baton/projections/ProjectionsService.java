package dev.baton.projections;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ProjectionsService {
    public static void main(String[] arguments) {
        SpringApplication.run(ProjectionsService.class, arguments);
    }
}
