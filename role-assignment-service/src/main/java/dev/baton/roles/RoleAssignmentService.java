package dev.baton.roles;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class RoleAssignmentService {

    public static void main(String[] arguments) {
        SpringApplication.run(RoleAssignmentService.class, arguments);
    }
}
