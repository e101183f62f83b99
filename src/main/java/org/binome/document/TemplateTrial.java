package org.binome.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;

/**
 * The templates with one of them edited, for as long as somebody tries it. They run in
 * the calling thread, which should be one that can be interrupted and spared.
 */
public final class TemplateTrial {

	private final Configuration configuration;

	TemplateTrial(Configuration configuration) {
		this.configuration = configuration;
	}

	/**
	 * Fills in a template, as {@link Templates#render} does.
	 * @throws TemplateFailure when a template is missing or wrong, or needs data that
	 * isn't there
	 */
	public String render(String name, Map<String, ?> data, Locale locale) {
		Template template = Templates.load(this.configuration, name, locale);
		LimitedWriter out = new LimitedWriter(Templates.LONGEST_OUTPUT);
		try {
			Templates.run(template.createProcessingEnvironment(data, out));
			return out.toString();
		}
		catch (TemplateException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError ex) {
			throw Templates.failure(name, ex);
		}
	}

	/**
	 * Reports on the variables of a template and all it includes.
	 * @param variants data that leads the template through different branches
	 * @throws TemplateFailure when a template is missing or can't be read
	 */
	public VariableReport variables(String name, List<Map<String, Object>> variants, Locale locale) {
		Recorder recorder = new Recorder(this.configuration.getObjectWrapper(),
				(key) -> this.configuration.getSharedVariable(key) != null);
		Template template = Templates.load(this.configuration, name, locale);
		for (Map<String, Object> data : variants) {
			try {
				Environment run = template.createProcessingEnvironment(recorder.lend(data),
						new LimitedWriter(Templates.LONGEST_OUTPUT));
				run.setTemplateExceptionHandler(recorder.handler());
				Templates.run(run);
			}
			catch (TemplateException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError ex) {
				throw Templates.failure(name, ex);
			}
		}
		return recorder.report();
	}

}
