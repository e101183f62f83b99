package org.binome.e2e;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.util.FileSystemUtils;

/**
 * One partnership from the sample list to its first reading, on the real stack: our
 * people in Tasklist, the lawyer in a browser, the partner through mailed links. On the
 * way the application is killed while it prints the contract, and everything is stopped
 * and started with a task open.
 */
@Timeout(1500)
class WholeProductIT {

	private static final Path DIRECTORY = Path.of("target", "whole-product");

	@Test
	void fromTheSampleListToAnActivePartnershipWithAFirstReading() throws Exception {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		try (LocalStack stack = new LocalStack(DIRECTORY)) {
			stack.with("binome.portal-url", stack.portalUrl())
				.with("binome.approach.contact-at-any-time", "true")
				.with("binome.camunda.job-timeout", "20s")
				.with("logging.level.org.binome.process", "debug");
			Walk walk = new Walk(stack, DIRECTORY);
			Walk.report("started", stack.start());
			walk.prospect();
			walk.approach();
			walk.relate();
			String contract = walk.drawUpThoughKilled();
			stack.stop();
			Walk.report("started again with the review open", stack.start());
			walk.review();
			walk.readBack();
			walk.sign(contract);
			walk.plan();
			walk.track(contract);
		}
	}

}
