package org.binome;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;

/**
 * Chromium, the installed one or else Playwright's own.
 */
public final class Chromium {

	private static final List<String> INSTALLED = List.of("chromium", "chromium-browser", "google-chrome");

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	private Chromium() {
	}

	/**
	 * Visits pages.
	 * @return false when no browser can be had; with <code>binome.ci=true</code> that
	 * fails
	 */
	public static boolean visit(NewContextOptions options, Consumer<BrowserContext> visitor) {
		try (Playwright playwright = Playwright.create(setup());
				Browser browser = playwright.chromium().launch(options());
				BrowserContext context = browser.newContext(options)) {
			visitor.accept(context);
			return true;
		}
		catch (PlaywrightException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (!Boolean.getBoolean("binome.ci") && installed().isEmpty()) {
				System.out.println("The browser step was skipped: "
						+ "no Chromium is installed and Playwright's own can't be downloaded");
				return false;
			}
			throw ex;
		}
	}

	/** With a browser installed Playwright need not download its own. */
	private static Playwright.CreateOptions setup() {
		return new Playwright.CreateOptions()
			.setEnv(installed().isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of());
	}

	private static LaunchOptions options() {
		LaunchOptions options = new LaunchOptions().setArgs(ARGUMENTS);
		installed().ifPresent(options::setExecutablePath);
		return options;
	}

	private static Optional<Path> installed() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((folder) -> INSTALLED.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
