package com.example.host;

import io.github.onet4j.gap.SkillGapAnalyzer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A host of onet4j, with a table of its own. */
@SpringBootApplication
@RestController
public class HostApplication {
    private final SkillGapAnalyzer analyzer;

    HostApplication(SkillGapAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(HostApplication.class, arguments);
    }

    @GetMapping("/readiness")
    double readiness(@RequestParam("from") String from, @RequestParam("to") String to) {
        return analyzer.analyze(from, to).readiness().orElseThrow();
    }
}
