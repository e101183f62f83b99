package org.binome.contract;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.binome.document.DocumentFailure;
import org.binome.document.Printer;
import org.binome.document.TemplateFailure;
import org.binome.document.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Prints the sample contracts until printing runs at full speed, so that the first real
 * one doesn't take seconds.
 */
@Component
public class Rehearsal {

	private static final Logger logger = LoggerFactory.getLogger(Rehearsal.class);

	private static final Duration FULL_SPEED = Duration.ofMillis(40);

	private static final Duration LONGEST = Duration.ofSeconds(15);

	private final Templates templates;

	private final Printer printer;

	public Rehearsal(Templates templates, Printer printer) {
		this.templates = templates;
		this.printer = printer;
	}

	/**
	 * Ends when every sample was printed fast in a row, or after some seconds on a slow
	 * machine.
	 */
	public void run() throws IOException {
		List<Sample> samples = samples();
		Instant start = Instant.now();
		int printed = 0;
		int fast = 0;
		while (fast < samples.size() && Duration.between(start, Instant.now()).compareTo(LONGEST) < 0) {
			Instant begun = Instant.now();
			Sample sample = samples.get(printed % samples.size());
			try {
				print(sample);
			}
			catch (TemplateFailure | DocumentFailure ex) {
				logger.warn("The sample for {} can't be printed", sample.template(), ex);
				samples.remove(sample);
			}
			fast = (Duration.between(begun, Instant.now()).compareTo(FULL_SPEED) < 0) ? fast + 1 : 0;
			printed++;
		}
		logger.info("Rehearsed {} contracts in {} ms", printed, Duration.between(start, Instant.now()).toMillis());
	}

	private void print(Sample sample) {
		String html = this.templates.render(sample.template(), sample.data(), sample.locale());
		this.printer.print(html, Instant.EPOCH, new ContractData(sample.data()).attachments());
	}

	private static List<Sample> samples() throws IOException {
		List<Sample> samples = new ArrayList<>();
		var resolver = new PathMatchingResourcePatternResolver(Rehearsal.class.getClassLoader());
		for (Resource file : resolver.getResources("classpath*:/templates/contracts/*/sample-*.json")) {
			@SuppressWarnings("unchecked")
			Map<String, Object> data = JsonMapper.shared().readValue(file.getContentAsByteArray(), Map.class);
			String language = data.get("language").toString();
			samples.add(new Sample("contracts/%s/contract-%s.ftlh".formatted(data.get("kind"), language), data,
					Locale.of(language)));
		}
		return samples;
	}

	private record Sample(String template, Map<String, Object> data, Locale locale) {
	}

}
