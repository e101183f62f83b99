package org.binome.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Makes the same eight-page contract with every other engine that is installed, and tells
 * how much longer each takes. Ours runs warm inside a process, as in production; each of
 * the others is started anew for each document, as they are commonly used.
 */
public final class SideBySide {

	private static final int OURS = 60;

	private static final int THEIRS = 5;

	private static final int LONGEST_SECONDS = 120;

	private final Path folder;

	private final Path html;

	private final Path typst;

	private SideBySide(LongContract contract) throws IOException {
		this.folder = Files.createTempDirectory("side-by-side");
		this.html = Files.writeString(this.folder.resolve("contract.html"), withFonts(contract.html()));
		this.typst = Files.writeString(this.folder.resolve("contract.typ"), typst(contract.html()));
	}

	public static void main(String[] arguments) throws Exception {
		LoggingSystem.get(SideBySide.class.getClassLoader())
			.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
		LongContract contract = LongContract.ofEightPages(new Templates(), new Printer());
		new SideBySide(contract).run(contract);
		System.exit(0);
	}

	private void run(LongContract contract) throws Exception {
		median(OURS, contract::drawUp);
		double ours = median(OURS, contract::drawUp);
		System.out.printf("%-14s %8s %8s %6s %8s%n", "engine", "ms", "times", "pages", "kB");
		report("binome", ours, ours, contract.drawUp());
		Path pdf = this.folder.resolve("contract.pdf");
		String page = this.html.toUri().toString();
		compare("chromium", ours, pdf, "chromium", "--headless", "--no-sandbox", "--disable-gpu",
				"--disable-background-networking", "--no-pdf-header-footer",
				"--user-data-dir=" + this.folder.resolve("chromium"), "--print-to-pdf=" + pdf, page);
		compare("weasyprint", ours, pdf, "weasyprint", "-q", this.html.toString(), pdf.toString());
		compare("libreoffice", ours, pdf, "soffice", "-env:UserInstallation=" + this.folder.resolve("office").toUri(),
				"--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", this.folder.toString(),
				this.html.toString());
		compare("wkhtmltopdf", ours, pdf, "wkhtmltopdf", "-q", "--enable-local-file-access", this.html.toString(),
				pdf.toString());
		compare("typst", ours, pdf, "typst", "compile", this.typst.toString(), pdf.toString());
	}

	private void compare(String engine, double ours, Path pdf, String... command) throws Exception {
		if (find(command[0]).isEmpty()) {
			System.out.printf("%-14s skipped: %s is not installed%n", engine, command[0]);
			return;
		}
		try {
			double theirs = median(THEIRS, () -> make(pdf, command));
			report(engine, theirs, ours, Files.readAllBytes(pdf));
		}
		catch (IOException ex) {
			System.out.printf("%-14s failed: %s%n", engine, ex.getMessage());
		}
	}

	private Path make(Path pdf, String... command) throws Exception {
		Files.deleteIfExists(pdf);
		Path output = this.folder.resolve("output.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new IOException("not ready after " + LONGEST_SECONDS + " s");
		}
		if (!Files.exists(pdf)) {
			throw new IOException("no PDF, see " + output);
		}
		return pdf;
	}

	private static void report(String engine, double milliseconds, double ours, byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			System.out.printf("%-14s %8.0f %8.1f %6d %8d%n", engine, milliseconds, milliseconds / ours,
					document.getNumberOfPages(), pdf.length / 1000);
		}
	}

	/** The median time of some runs, in milliseconds; the first isn't counted. */
	private static double median(int runs, Callable<?> work) throws Exception {
		work.call();
		double[] times = new double[runs];
		for (int run = 0; run < runs; run++) {
			long begun = System.nanoTime();
			work.call();
			times[run] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(times);
		return times[runs / 2];
	}

	private static Optional<Path> find(String program) {
		return Stream.of(System.getenv("PATH").split(":"))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** The others look for the faces in files. */
	private static String withFonts(String html) {
		Path fonts = Path.of("templates/shared/fonts").toAbsolutePath();
		List<String> faces = new ArrayList<>();
		for (String family : List.of("Serif4", "Sans3")) {
			for (String face : List.of("Regular;400;normal", "Italic;400;italic", "SemiBold;700;normal")) {
				String[] parts = face.split(";");
				faces.add("@font-face{font-family:\"Source %s\";font-weight:%s;font-style:%s;src:url(\"%s\")}".formatted(
						family.substring(0, family.length() - 1), parts[1], parts[2],
						fonts.resolve("Source%s-%s.ttf".formatted(family, parts[0])).toUri()));
			}
		}
		return html.replace("<style>", "<meta charset=\"UTF-8\"/><style>" + String.join("\n", faces));
	}

	/** Typst reads no HTML: it gets the same words, as headings and paragraphs. */
	private static String typst(String html) {
		StringBuilder typst = new StringBuilder("#set page(paper: \"a4\", margin: 24mm, numbering: \"1 / 1\")\n");
		for (TextOutline.Clause clause : TextOutline.of(html).clauses()) {
			for (String block : clause.blocks()) {
				String text = block.replaceAll("([\\\\#$*_`<>@=~\\[\\]/+-])", "\\\\$1");
				typst.append(block.equals(clause.title()) ? "= " : "").append(text).append("\n\n");
			}
		}
		return typst.toString();
	}

}
