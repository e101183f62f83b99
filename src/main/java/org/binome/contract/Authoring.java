package org.binome.contract;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.annotation.PreDestroy;
import org.binome.contract.Preview.Line;
import org.binome.document.DocumentFailure;
import org.binome.document.PdfPages;
import org.binome.document.Printer;
import org.binome.document.TemplateFailure;
import org.binome.document.TemplateTrial;
import org.binome.document.Templates;
import org.binome.document.TextOutline;
import org.binome.document.VariableReport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * The templates of contracts as their authors see them. A changed template is tried in
 * the strict mode all templates run in, on one of two threads and for a limited time;
 * nothing of it is kept.
 */
@Service
public class Authoring {

	/**
	 * The longest text of a template that can be tried: one step makes at most its
	 * square.
	 */
	public static final int LONGEST_SOURCE = 40_000;

	public static final List<String> PROFILES = List.of("light", "standard", "strict");

	private static final int AT_ONCE = 2;

	private static final int SECONDS = 20;

	private static final int MOST_IMAGES = 20;

	private static final int RESOLUTION = 80;

	private static final int LINES_AROUND = 2;

	private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
	};

	private static final Pattern KIND = Pattern.compile("contracts/([a-z0-9-]+)/contract-(fr|en)\\.ftlh");

	private static final Pattern TITLE = Pattern
		.compile("<@c\\.(?:article|schedule) id=\"[^\"]+\" title=\"([^\"]+)\"|<h2>([^<$]+)");

	private static final Pattern WHEN = Pattern.compile("<@c\\.when \"([a-z ]+)\"");

	private static final Pattern VARIANT = Pattern.compile("data-clause=\"([^\"]+)\" data-variant=");

	private final Templates templates;

	private final Contracts contracts;

	private final Printer printer;

	private final PdfPages pdfPages;

	private final Clock clock;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, AT_ONCE, 1, TimeUnit.MINUTES,
			new SynchronousQueue<>(), (task) -> {
				Thread thread = new Thread(task, "template-trial");
				thread.setDaemon(true);
				return thread;
			});

	Authoring(Templates templates, Contracts contracts, Printer printer, PdfPages pdfPages, Clock clock) {
		this.templates = templates;
		this.contracts = contracts;
		this.printer = printer;
		this.pdfPages = pdfPages;
		this.clock = clock;
	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

	/** The languages of each kind of contract. */
	public Map<String, List<String>> kinds() {
		Map<String, List<String>> kinds = new TreeMap<>();
		for (String name : this.templates.names("contracts/*/contract-*.ftlh")) {
			Matcher kind = KIND.matcher(name);
			if (kind.matches()) {
				kinds.computeIfAbsent(kind.group(1), (key) -> new ArrayList<>()).add(kind.group(2));
			}
		}
		return kinds;
	}

	/** The clauses in the library of one language. */
	public List<ClauseFile> clauses(String language) {
		List<String> contracts = this.templates.names("contracts/*/contract-" + language + ".ftlh");
		return this.templates.names("clauses/" + language + "/*.ftlh").stream().map((file) -> {
			String source = this.templates.source(file);
			Matcher title = TITLE.matcher(source);
			TreeSet<String> variants = new TreeSet<>();
			WHEN.matcher(source).results().forEach((when) -> variants.addAll(List.of(when.group(1).split(" "))));
			List<String> kinds = contracts.stream()
				.filter((contract) -> this.templates.source(contract).contains("\"/" + file + "\""))
				.map((contract) -> contract.split("/")[1])
				.toList();
			String id = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
			return new ClauseFile(file, id,
					title.find() ? (title.group(1) != null) ? title.group(1) : title.group(2) : id,
					List.copyOf(variants), kinds);
		}).toList();
	}

	/** The templates that make up a contract, the contract's own first. */
	public List<String> files(String kind, String language) {
		List<String> files = new ArrayList<>();
		files.add(ContractText.template(kind, language));
		files.addAll(this.templates.names("clauses/" + language + "/*.ftlh"));
		files.addAll(this.templates.names("shared/*.ftlh"));
		files.addAll(this.templates.names("shared/*.css"));
		files.addAll(this.templates.names("brands/*.css"));
		return files;
	}

	/** The house styles. */
	public List<String> brands() {
		return this.templates.names("brands/*.css")
			.stream()
			.map((file) -> file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')))
			.toList();
	}

	/** The text of a template as it stands in the repository. */
	public String source(String file) {
		return this.templates.source(file);
	}

	/**
	 * Tries a template.
	 * @throws Busy when two trials are running already
	 */
	public Preview preview(Trial trial) {
		Map<String, Object> data = data(trial);
		Future<Preview> run;
		try {
			run = this.threads.submit(() -> run(trial, data));
		}
		catch (RejectedExecutionException ex) {
			throw new Busy(ex);
		}
		try {
			return run.get(SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			run.cancel(true);
			return problem(null, "Not finished after " + SECONDS + " seconds.");
		}
		catch (ExecutionException ex) {
			return problem(null, String.valueOf(ex.getCause().getMessage()));
		}
		catch (InterruptedException ex) {
			run.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, Object> data(Trial trial) {
		Map<String, Object> data = new HashMap<>(
				(trial.contractId() != null) ? this.contracts.data(trial.contractId())
						: JsonMapper.shared()
							.readValue(
									this.templates.source(
											"contracts/%s/sample-%s.json".formatted(trial.kind(), trial.language())),
									DATA));
		data.put("language", trial.language());
		data.put("clauseProfile", trial.profile());
		if (!trial.variants().isEmpty()) {
			data.put("clauseVariants", trial.variants());
		}
		if (!trial.brand().isEmpty()) {
			data.put("brand", trial.brand());
		}
		return data;
	}

	private Preview run(Trial trial, Map<String, Object> data) {
		TemplateTrial templates = this.templates.trial(trial.file(), trial.source());
		String name = ContractText.template(trial.kind(), trial.language());
		Locale locale = Locale.of(trial.language());
		VariableReport variables = null;
		try {
			variables = templates.variables(name, PROFILES.stream().map((profile) -> {
				Map<String, Object> variant = new HashMap<>(data);
				variant.put("clauseProfile", profile);
				return variant;
			}).toList(), locale);
			String html = templates.render(name, data, locale);
			byte[] pdf = this.printer.print(html, this.clock.instant());
			List<PdfPages.Page> pages = this.pdfPages.read(pdf);
			return new Preview(variables, clausesOf(html), pages, this.pdfPages.pngs(pdf, RESOLUTION, MOST_IMAGES),
					null, List.of(), null);
		}
		catch (TemplateFailure ex) {
			return new Preview(variables, List.of(), List.of(), List.of(), ex, excerpt(trial, ex), null);
		}
		catch (DocumentFailure ex) {
			return problem(variables, ex.getMessage());
		}
	}

	private static List<Preview.Clause> clausesOf(String html) {
		List<String> ids = VARIANT.matcher(html).results().map((match) -> match.group(1)).toList();
		return TextOutline.of(html)
			.clauses()
			.stream()
			.filter((clause) -> ids.contains(clause.id()))
			.map((clause) -> new Preview.Clause(clause.id(), clause.title()))
			.toList();
	}

	private static Preview problem(VariableReport variables, String problem) {
		return new Preview(variables, List.of(), List.of(), List.of(), null, List.of(), problem);
	}

	private List<Line> excerpt(Trial trial, TemplateFailure failure) {
		if (failure.line() < 1) {
			return List.of();
		}
		String source;
		try {
			source = failure.template().equals(trial.file()) ? trial.source()
					: this.templates.source(failure.template());
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
		String[] lines = source.split("\\R", -1);
		return IntStream
			.rangeClosed(Math.max(1, failure.line() - LINES_AROUND),
					Math.min(lines.length, failure.line() + LINES_AROUND))
			.mapToObj((number) -> new Line(number, lines[number - 1], number == failure.line()))
			.toList();
	}

	/**
	 * A clause in the library.
	 *
	 * @param file path below {@code templates/}
	 * @param variants the strictnesses it tells apart (CON-07)
	 * @param kinds the kinds of contract that have it
	 */
	public record ClauseFile(String file, String id, String title, List<String> variants, List<String> kinds) {
	}

	/** Too many trials at once. */
	public static class Busy extends RuntimeException {

		Busy(Throwable cause) {
			super("Two previews are running already. Try again in a moment.", cause);
		}

	}

}
