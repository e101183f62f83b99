package org.binome.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says whether people can work on tasks: whether Tasklist answers.
 */
@Component("tasklist")
@Profile("local")
class TasklistHealthIndicator extends AbstractHealthIndicator {

	private final String url;

	TasklistHealthIndicator(Environment environment) {
		super("Tasklist does not answer");
		this.url = environment.getRequiredProperty("binome.camunda.tasklist-url");
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws IOException {
		int status = Http.status(HttpRequest.newBuilder(URI.create(this.url + "/tasklist")).GET());
		builder.withDetail("url", this.url).status((status < 400) ? "UP" : "DOWN");
	}

}
