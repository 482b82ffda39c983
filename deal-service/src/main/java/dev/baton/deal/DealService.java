package dev.baton.deal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Deals, from the first contact to the support desk.
@SpringBootApplication
public class DealService {

    public static void main(String[] arguments) {
        SpringApplication.run(DealService.class, arguments);
    }
}
