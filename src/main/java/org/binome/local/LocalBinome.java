package org.binome.local;

import org.binome.Binome;

import org.springframework.boot.SpringApplication;

/**
 * Runs Binôme on one machine with nothing to set up: what isn't configured is started
 * along.
 */
public final class LocalBinome {

	private LocalBinome() {
	}

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(Binome.class);
		application.setAdditionalProfiles("local");
		application.addInitializers(new EmbeddedStackInitializer());
		try {
			application.run(args);
		}
		catch (RuntimeException ex) {
			// It has been reported; threads of the stack would keep the process alive.
			System.exit(1);
		}
	}

}
