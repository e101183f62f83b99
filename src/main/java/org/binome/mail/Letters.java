package org.binome.mail;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;

import org.springframework.stereotype.Service;

/**
 * Writes letters from <code>templates/letters/NAME.LANGUAGE.ftl</code>: the first line is
 * the subject, the rest after an empty line the body. A template sees only the values
 * given to it: no classes, no methods, no other files than its neighbours.
 */
@Service
public class Letters {

	private final Configuration configuration;

	Letters() {
		this.configuration = new Configuration(Configuration.VERSION_2_3_34);
		this.configuration.setTemplateLoader(new ClassTemplateLoader(Letters.class, "/templates/letters"));
		this.configuration.setDefaultEncoding("UTF-8");
		this.configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
		this.configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
		this.configuration.setAPIBuiltinEnabled(false);
		this.configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
		this.configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
		this.configuration.setLogTemplateExceptions(false);
		this.configuration.setLocalizedLookup(false);
	}

	/**
	 * Writes the letter.
	 * @param language "fr" or "en": the reader's
	 * @throws IllegalStateException naming template, line and missing value
	 */
	public Letter write(String name, String language, Map<String, ?> values) {
		try {
			StringWriter writer = new StringWriter();
			this.configuration.getTemplate(name + "." + language + ".ftl", Locale.of(language)).process(values, writer);
			String[] parts = writer.toString().split("\\R", 2);
			return new Letter(parts[0].strip(), parts[1].strip() + "\n");
		}
		catch (TemplateException | IOException ex) {
			throw new IllegalStateException(
					"The letter '" + name + "' (" + language + ") can't be written: " + ex.getMessage(), ex);
		}
	}

	/** A letter as the reader gets it. */
	public record Letter(String subject, String text) {
	}

}
