package org.binome.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.binome.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tasklist as a person sees it, in Chromium: a held task with its findings; the lawyer's
 * review with the link to the review page, a look at the pages, approve.
 */
final class TasklistInBrowser {

	/** The form speaks the programme's language. */
	private static final String APPROVE = "Approuver exactement cette révision";

	private TasklistInBrowser() {
	}

	/**
	 * Approves the contract in a browser.
	 * @return false when no browser can be had; with <code>binome.ci=true</code> that
	 * fails
	 */
	static boolean approve(LocalStack stack, TasklistDriver.Task task, Path pictures) {
		return visit((context) -> {
			Page tasklist = open(stack, context, "legal", task);
			tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Assign to me")).click();
			tasklist.getByText(APPROVE).waitFor();
			picture(tasklist, pictures, "tasklist-review.png");

			Page review = context.waitForPage(() -> tasklist.locator("a[href*='/contracts/']").first().click());
			review.locator("input[name=username]").fill("legal");
			review.locator("input[name=password]").fill("legal");
			review.locator("form button").last().click();
			review.waitForURL("**/review**");
			assertThat(review.content()).contains("SHA-256");
			picture(review, pictures, "contract-review.png");

			tasklist.bringToFront();
			tasklist.getByText(APPROVE).click();
			picture(tasklist, pictures, "tasklist-approve.png");
			tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete Task")).click();
			tasklist.getByText("Task completed").first().waitFor();
		});
	}

	/**
	 * Looks at an open task in a browser and expects to read these texts there.
	 * @param picture name of the picture that is taken
	 * @return false when no browser can be had; with <code>binome.ci=true</code> that
	 * fails
	 */
	static boolean shows(LocalStack stack, String username, TasklistDriver.Task task, List<String> texts, Path pictures,
			String picture) {
		return visit((context) -> {
			Page tasklist = open(stack, context, username, task);
			for (String text : texts) {
				tasklist.getByText(text).first().waitFor();
			}
			picture(tasklist, pictures, picture);
		});
	}

	private static Page open(LocalStack stack, BrowserContext context, String username, TasklistDriver.Task task) {
		Page tasklist = context.newPage();
		tasklist.navigate(stack.tasklistUrl() + "/tasklist/login");
		tasklist.locator("input[name=username]").fill(username);
		tasklist.locator("input[name=password]").fill(username);
		tasklist.locator("button[type=submit]").click();
		tasklist.waitForURL((url) -> !url.contains("/login"));
		tasklist.navigate(stack.tasklistUrl() + "/tasklist/" + task.id());
		return tasklist;
	}

	private static boolean visit(Consumer<BrowserContext> visitor) {
		return Chromium.visit(new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB"), visitor);
	}

	private static void picture(Page page, Path folder, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
	}

}
