package org.binome.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.ArithmeticEngine;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Document templates, run in the strictest mode FreeMarker has: no class can be reached,
 * every value is escaped, output, memory and time are bounded. Data is made of maps,
 * lists, strings, numbers and booleans.
 */
@Component
public final class Templates {

	private static final String DEFAULT_BRAND = "default";

	static final int LONGEST_OUTPUT = 2_000_000;

	private static final String TOO_MUCH_MEMORY = "it takes more memory than a document needs";

	private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

	private final Configuration configuration;

	private final Duration longestRun;

	private final String brand;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "template");
		thread.setDaemon(true);
		return thread;
	});

	/** Templates in the house style that is shipped. */
	public Templates() {
		this(DEFAULT_BRAND);
	}

	/**
	 * Templates in a house style.
	 * @param brand a file in {@code templates/brands}, without {@code .css}
	 * @throws IllegalArgumentException when there is no such file
	 */
	@Autowired
	public Templates(@Value("${binome.company.brand:" + DEFAULT_BRAND + "}") String brand) {
		this(new ClassTemplateLoader(Templates.class, "/templates"), LONGEST_RUN, brand);
		if (!brand.matches("[a-z0-9-]+")
				|| Templates.class.getResource("/templates/brands/" + brand + ".css") == null) {
			throw new IllegalArgumentException(
					"binome.company.brand is \"%s\", but there is no file templates/brands/%1$s.css".formatted(brand));
		}
	}

	Templates(TemplateLoader loader, Duration longestRun) {
		this(loader, longestRun, DEFAULT_BRAND);
	}

	private Templates(TemplateLoader loader, Duration longestRun, String brand) {
		Configuration strict = new StrictConfiguration();
		strict.setTemplateLoader(loader);
		strict.setDefaultEncoding("UTF-8");
		strict.setLocalizedLookup(false);
		strict.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
		strict.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
		strict.setAPIBuiltinEnabled(false);
		strict.setOutputFormat(HTMLOutputFormat.INSTANCE);
		strict.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
		strict.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
		strict.setLogTemplateExceptions(false);
		strict.setWrapUncheckedExceptions(true);
		strict.setFallbackOnNullLoopVariable(false);
		Wording.addTo(strict);
		strict.setSharedVariable("brand", new SimpleScalar(brand));
		this.brand = brand;
		this.configuration = strict;
		this.longestRun = longestRun;
	}

	/**
	 * Fills in a template.
	 * @param name path below {@code templates/}
	 * @param data maps, lists, strings, numbers and booleans
	 * @param locale language of dates, amounts and country names
	 * @return well-formed XHTML, when the template is
	 * @throws TemplateFailure when the template is missing or wrong, needs data that
	 * isn't there, or takes too long
	 */
	public String render(String name, Map<String, ?> data, Locale locale) {
		Template template = load(this.configuration, name, locale);
		Future<String> run = this.threads.submit(() -> {
			LimitedWriter out = new LimitedWriter(LONGEST_OUTPUT);
			run(template.createProcessingEnvironment(data, out));
			return out.toString();
		});
		try {
			return run.get(this.longestRun.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			run.cancel(true);
			throw new TemplateFailure(name, 0, 0, "not finished after " + this.longestRun.toMillis() + " ms", ex);
		}
		catch (ExecutionException ex) {
			throw failure(name, ex.getCause());
		}
		catch (InterruptedException ex) {
			run.cancel(true);
			Thread.currentThread().interrupt();
			throw new TemplateFailure(name, 0, 0, "interrupted", ex);
		}
	}

	/** The house style: a file in {@code templates/brands}, without {@code .css}. */
	public String brand() {
		return this.brand;
	}

	/**
	 * The fingerprint of templates, which changes with any of them.
	 * @param patterns paths below {@code templates/}, with {@code *} and {@code **}
	 */
	public String version(String... patterns) {
		try {
			Map<String, String> digests = new TreeMap<>();
			for (String pattern : patterns) {
				for (Resource resource : resources(pattern)) {
					if (resource.isReadable()) {
						digests.put(Digest.sha256(resource.getContentAsByteArray()), resource.getFilename());
					}
				}
			}
			if (digests.isEmpty()) {
				throw new IllegalArgumentException("No template matches " + String.join(", ", patterns));
			}
			return Digest.sha256(digests.toString()).substring(0, 12);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The templates with one of them edited. The edit lives as long as the trial.
	 * @param name path below {@code templates/}
	 * @param source the text to take instead of the one there
	 */
	public TemplateTrial trial(String name, String source) {
		StringTemplateLoader edited = new StringTemplateLoader();
		edited.putTemplate(name, source);
		Configuration configuration = (Configuration) this.configuration.clone();
		// A copy shares what it has read with the original unless told otherwise.
		configuration.setCacheStorage(new StrongCacheStorage());
		configuration.setTemplateLoader(
				new MultiTemplateLoader(new TemplateLoader[] { edited, this.configuration.getTemplateLoader() }));
		return new TemplateTrial(configuration);
	}

	/**
	 * The paths below {@code templates/} that match a pattern, in order.
	 * @param pattern with {@code *}
	 */
	public List<String> names(String pattern) {
		try {
			Set<String> names = new TreeSet<>();
			for (Resource resource : resources(pattern)) {
				String url = URLDecoder.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
				names.add(url.substring(url.lastIndexOf("/templates/") + "/templates/".length()));
			}
			return List.copyOf(names);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The text of a file below {@code templates/}.
	 * @throws IllegalArgumentException when there is none of this name
	 */
	public String source(String name) {
		if (name.contains("..") || name.contains("*") || name.contains("?")) {
			throw new IllegalArgumentException("There is no template " + name);
		}
		try (InputStream file = Templates.class.getResourceAsStream("/templates/" + name)) {
			if (file == null) {
				throw new IllegalArgumentException("There is no template " + name);
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Configuration configuration() {
		return this.configuration;
	}

	private static Resource[] resources(String pattern) throws IOException {
		return new PathMatchingResourcePatternResolver(Templates.class.getClassLoader())
			.getResources("classpath*:/templates/" + pattern);
	}

	/** Runs a template as long as it takes no more memory than a document needs. */
	static void run(Environment template) throws TemplateException, IOException {
		try (MemoryWatch watch = new MemoryWatch()) {
			try {
				template.process();
			}
			catch (TemplateException | RuntimeException ex) {
				if (watch.exceeded()) {
					throw new TemplateException(TOO_MUCH_MEMORY, ex, template);
				}
				throw ex;
			}
		}
	}

	static Template load(Configuration configuration, String name, Locale locale) {
		try {
			return configuration.getTemplate(name, locale);
		}
		catch (ParseException ex) {
			throw new TemplateFailure(ex.getTemplateName(), ex.getLineNumber(), ex.getColumnNumber(),
					ex.getEditorMessage(), ex);
		}
		catch (IOException ex) {
			throw new TemplateFailure(name, 0, 0, ex.getMessage(), ex);
		}
	}

	static TemplateFailure failure(String name, Throwable cause) {
		if (cause instanceof TemplateException && cause.getCause() instanceof ParseException included) {
			return failure(name, included);
		}
		if (cause instanceof TemplateException problem) {
			Integer line = problem.getLineNumber();
			Integer column = problem.getColumnNumber();
			String source = (problem.getTemplateSourceName() != null) ? problem.getTemplateSourceName() : name;
			return new TemplateFailure(source, (line != null) ? line : 0, (column != null) ? column : 0,
					message(problem), cause);
		}
		if (cause instanceof ParseException problem) {
			return new TemplateFailure(problem.getTemplateName(), problem.getLineNumber(), problem.getColumnNumber(),
					problem.getEditorMessage(), cause);
		}
		String message = switch (cause) {
			case StackOverflowError endless -> "a macro or function calls itself without end";
			case OutOfMemoryError big -> TOO_MUCH_MEMORY;
			default -> String.valueOf(cause.getMessage());
		};
		return new TemplateFailure(name, 0, 0, message, cause);
	}

	/** What the engine says, without its advice on its own language. */
	static String message(TemplateException problem) {
		if (problem instanceof InvalidReferenceException && problem.getBlamedExpressionString() != null) {
			return "the data has no " + problem.getBlamedExpressionString();
		}
		return problem.getMessageWithoutStackTop().split("\\s+----", 2)[0];
	}

	/**
	 * Refuses what can't be stopped, and lets every loop be stopped, in templates that
	 * are included or imported too, and even when it writes nothing. A template is looked
	 * through once, when it is read.
	 */
	private static final class StrictConfiguration extends Configuration {

		private static final String CHECKED = "checked";

		StrictConfiguration() {
			super(Configuration.VERSION_2_3_34);
			setArithmeticEngine(new ShortNumbers());
		}

		@Override
		public Template getTemplate(String name, Locale locale, Object condition, String encoding, boolean parse,
				boolean ignoreMissing) throws IOException {
			Template template = super.getTemplate(name, locale, condition, encoding, parse, ignoreMissing);
			if (template != null) {
				synchronized (template) {
					if (template.getCustomAttribute(CHECKED) == null) {
						TemplateLimits.check(template, source(template));
						// FreeMarker's own hook for stopping a loop.
						_CoreAPI.addThreadInterruptedChecks(template);
						template.setCustomAttribute(CHECKED, Boolean.TRUE);
					}
				}
			}
			return template;
		}

		private String source(Template template) throws IOException {
			TemplateLoader loader = getTemplateLoader();
			Object found = loader.findTemplateSource(template.getSourceName());
			if (found == null) {
				return "";
			}
			try (Reader reader = loader.getReader(found, getDefaultEncoding())) {
				StringWriter text = new StringWriter();
				reader.transferTo(text);
				return text.toString();
			}
			finally {
				loader.closeTemplateSource(found);
			}
		}

	}

	/**
	 * Numbers of documents are short; the digits of one squared again and again aren't.
	 */
	private static final class ShortNumbers extends ArithmeticEngine.BigDecimalEngine {

		private static final int MOST_DIGITS = 100;

		@Override
		public Number multiply(Number first, Number second) {
			Number product = super.multiply(first, second);
			if (product instanceof BigDecimal number && number.precision() > MOST_DIGITS) {
				throw new ArithmeticException("a number has more than " + MOST_DIGITS + " digits");
			}
			return product;
		}

	}

}
