package org.binome.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts what the configuration doesn't name: a database, a Camunda cluster, a mail
 * server. Runs once the configuration is known and before any part of the application is
 * made.
 */
class EmbeddedStackInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String LINKS_SECRET = "binome.links.secret";

	private static final String[] SEAL = { "binome.seal.keystore", "binome.seal.library" };

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		EmbeddedStack.Parts parts = new EmbeddedStack.Parts(!isSet(environment, "spring.datasource.url"),
				!isSet(environment, "binome.camunda.grpc-address"), !isSet(environment, "spring.mail.host"));
		boolean sealed = isSet(environment, SEAL[0]) || isSet(environment, SEAL[1]);
		if (parts.none() && isSet(environment, LINKS_SECRET) && sealed) {
			return;
		}
		LocalSettings settings = LocalSettings.from(environment);
		StateDirectory directory = StateDirectory.take(settings.directory(),
				"http://localhost:" + settings.ports().portal().number());
		EmbeddedStack stack = new EmbeddedStack(settings, directory, environment);
		SpringApplication.getShutdownHandlers().add(stack::stop);
		LeftoverProcess.clear(directory.path());
		settings.ports()
			.needed(parts.database(), parts.camunda(), parts.mail())
			.forEach((port) -> port.ensureFree(settings.address()));
		directory.ensureRoom(400, "running");
		Map<String, Object> found = new HashMap<>(stack.start(parts, accounts(environment)));
		if (!isSet(environment, LINKS_SECRET)) {
			found.put(LINKS_SECRET, directory.linksSecret());
		}
		if (!sealed) {
			found.putAll(directory.sealKey());
		}
		environment.getPropertySources().addFirst(new MapPropertySource("local stack", found));
	}

	private static boolean isSet(ConfigurableEnvironment environment, String property) {
		return StringUtils.hasText(environment.getProperty(property));
	}

	private static List<TasklistUsers.Account> accounts(ConfigurableEnvironment environment) {
		return Binder.get(environment)
			.bind("binome.accounts", Bindable.listOf(TasklistUsers.Account.class))
			.orElse(List.of());
	}

}
