package org.yiwang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Yiwang {
    public static void main(String[] args) {
        SpringApplication.run(Yiwang.class, args);
    }
}
