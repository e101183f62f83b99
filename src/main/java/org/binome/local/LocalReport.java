package org.binome.local;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says in one line where everything is, once it is there.
 */
@Component
@Profile("local")
class LocalReport {

	private static final Log log = LogFactory.getLog(LocalReport.class);

	private final Environment environment;

	LocalReport(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void report() {
		log.info(
				"Binôme is ready after %s: portal http://localhost:%s (mail in /mailbox) · Tasklist %s/tasklist · Operate %s/operate · accounts manager, legal, sponsor, admin (password = name) · state in %s"
					.formatted(sinceStart(), this.environment.getProperty("local.server.port"),
							this.environment.getProperty("binome.camunda.tasklist-url"),
							this.environment.getProperty("binome.camunda.operate-url"),
							LocalSettings.from(this.environment).directory()));
	}

	private static String sinceStart() {
		return String.format(Locale.ROOT, "%.1f s", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
	}

}
