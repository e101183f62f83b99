package org.binome;

import org.binome.gate.EvidenceCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Runs a company's partnerships as executable BPMN on Camunda 8.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Binome {

	public static void main(String[] args) {
		if (EvidenceCommand.asked(args)) {
			System.exit(EvidenceCommand.run(args));
		}
		SpringApplication.run(Binome.class, args);
	}

}
