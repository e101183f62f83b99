package org.binome.document;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import freemarker.cache.StringTemplateLoader;
import freemarker.template.Template;
import org.binome.document.VariableReport.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TemplateTrialTests {

	private static final Map<String, Object> DATA = Map.of("name", "Ours", "unused", "x", "on", "2027-01-31", "parties",
			List.of(Map.of("name", "A", "role", "seller"), Map.of("name", "B", "role", "buyer")));

	private final StringTemplateLoader loader = new StringTemplateLoader();

	private final Templates templates = new Templates(this.loader, Duration.ofSeconds(5));

	@Test
	void triesAnEditWithoutKeepingIt() {
		this.loader.putTemplate("main.ftlh", "<#include \"part.ftlh\">");
		this.loader.putTemplate("part.ftlh", "as it was");

		assertThat(this.templates.trial("part.ftlh", "tried by ${name}").render("main.ftlh", DATA, Locale.ENGLISH))
			.isEqualTo("tried by Ours");
		assertThat(this.templates.render("main.ftlh", DATA, Locale.ENGLISH)).isEqualTo("as it was");
	}

	@Test
	void reportsEveryMissingVariableWithItsPlace() {
		this.loader.putTemplate("main.ftlh", "${name}\n<#include \"part.ftlh\">");
		TemplateTrial trial = this.templates.trial("part.ftlh", """
				<#list parties as party>
				${party.name}: ${party.adress}
				</#list>
				  ${nowhere}
				<#if maybe??>${maybe}</#if>
				${date(name)} ${date(on)}""");

		VariableReport report = trial.variables("main.ftlh", List.of(DATA), Locale.ENGLISH);

		assertThat(report.complete()).isFalse();
		assertThat(report.missing()).extracting(Use::name, Use::template, Use::line, Use::column)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("party.adress", "part.ftlh", 2, 18),
					org.assertj.core.groups.Tuple.tuple("nowhere", "part.ftlh", 4, 5));
		assertThat(report.absent()).extracting(Use::name, Use::line)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("maybe", 5));
		assertThat(report.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.line()).isEqualTo(6);
			assertThat(problem.message()).contains("Ours");
		});
		assertThat(report.unused()).containsExactly("parties[].role", "unused");
	}

	@Test
	void readsAllBranchesThatVariantsOfTheDataLeadTo() {
		TemplateTrial trial = this.templates.trial("main.ftlh",
				"<#if profile == 'light'>${a}<#else>${b}</#if><#if clause.x!false>y</#if>");

		VariableReport report = trial.variables("main.ftlh",
				List.of(Map.of("profile", "light", "a", 1, "clause", Map.of()),
						Map.of("profile", "strict", "b", 2, "clause", Map.of("x", true))),
				Locale.ENGLISH);

		assertThat(report.complete()).isTrue();
		assertThat(report.unused()).isEmpty();
	}

	@Test
	void namesTheLineThatCantBeRead() {
		TemplateTrial trial = this.templates.trial("main.ftlh", "fine\n<#if name>open");

		assertThatThrownBy(() -> trial.variables("main.ftlh", List.of(DATA), Locale.ENGLISH))
			.isInstanceOfSatisfying(TemplateFailure.class, (failure) -> {
				assertThat(failure.template()).isEqualTo("main.ftlh");
				assertThat(failure.line()).isEqualTo(2);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "<#assign x = 'freemarker.template.utility.Execute'?new()>${x('id')}",
			"${'freemarker.template.utility.ObjectConstructor'?new()('java.lang.ProcessBuilder', 'id').start()}",
			"${name?api.class}", "${name.class.forName('java.lang.Runtime')}", "<#list 1.. as x>0123456789</#list>",
			"${name?left_pad(100000000)}", "${(1..1000000000)?join(',')}", "<#include 'file:///etc/passwd'>",
			"<#include '/../../etc/passwd'>", "<#import 'http://localhost/x' as x>",
			"<#assign x = '${name?new()}'?eval>${x}" })
	void runsAnEditInTheSameStrictMode(String hostile) {
		TemplateTrial trial = this.templates.trial("main.ftlh", hostile);

		assertThatThrownBy(() -> trial.render("main.ftlh", DATA, Locale.ENGLISH)).isInstanceOf(TemplateFailure.class);
	}

	@Test
	void namesThePlaceOfAStepThatCouldFillTheMemory() {
		TemplateTrial trial = this.templates.trial("main.ftlh", "fine\n  ${name ? left_pad(100000000)}");

		assertThatThrownBy(() -> trial.render("main.ftlh", DATA, Locale.ENGLISH))
			.isInstanceOfSatisfying(TemplateFailure.class, (failure) -> {
				assertThat(failure.line()).isEqualTo(2);
				assertThat(failure.column()).isEqualTo(10);
				assertThat(failure.getMessage()).contains("?left_pad can't be used");
			});
	}

	@Test
	void namesTheVariableThatGrowsWithoutEnd() {
		this.loader.putTemplate("main.ftlh", "<#include \"part.ftlh\">");
		TemplateTrial trial = this.templates.trial("part.ftlh",
				"<#assign all = name>\n<#list parties as party>\n<#assign all = all + all></#list>");

		assertThatThrownBy(() -> trial.render("main.ftlh", DATA, Locale.ENGLISH))
			.isInstanceOfSatisfying(TemplateFailure.class, (failure) -> {
				assertThat(failure.template()).isEqualTo("part.ftlh");
				assertThat(failure.line()).isEqualTo(1);
				assertThat(failure.getMessage()).contains("all is made of itself again and again");
			});
		assertThat(trial.variables("main.ftlh", List.of(DATA), Locale.ENGLISH).problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.message()).contains("all is made of itself again and again"));
	}

	@Test
	@Timeout(60)
	void stopsALoopThatTakesTooMuchMemory() {
		TemplateTrial trial = this.templates.trial("main.ftlh", "<#assign s = name>" + "<#list parties as x>".repeat(40)
				+ "<#assign s = s + '0123456789'>" + "</#list>".repeat(40));

		assertThatThrownBy(() -> trial.render("main.ftlh", DATA, Locale.ENGLISH)).isInstanceOf(TemplateFailure.class)
			.hasMessageContaining("more memory than a document needs");
		assertThat(Thread.interrupted()).as("the thread can go on").isFalse();
	}

	@Test
	void whatDocumentsNeedIsThere() {
		TemplateTrial trial = this.templates.trial("main.ftlh",
				"""
						<#assign seen = []><#assign text = ""><#assign count = 0>
						<#list parties as party><#assign seen = seen + [party.name]><#assign text = text + party.name + "; ">\
						<#assign count++></#list>
						<#assign captured><#list seen as name>${name?upper_case}</#list></#assign>
						${seen?join(", ")?cap_first} ${text?trim} ${count * count} ${captured} What is it?No range... <#-- x -->""");

		assertThat(trial.render("main.ftlh", DATA, Locale.ENGLISH).strip())
			.isEqualTo("A, B A; B; 4 AB What is it?No range...");
	}

	@Test
	@Timeout(30)
	void stopsALoopInAnIncludedClauseThatWritesNothing() throws Exception {
		this.loader.putTemplate("main.ftlh", "<#include \"part.ftlh\">");
		TemplateTrial trial = this.templates.trial("part.ftlh",
				"<#list parties as x>".repeat(40) + "</#list>".repeat(40));
		Thread run = new Thread(() -> assertThatThrownBy(() -> trial.render("main.ftlh", DATA, Locale.ENGLISH))
			.isInstanceOf(TemplateFailure.class));
		run.start();

		Thread.sleep(200);
		run.interrupt();
		run.join();

		assertThat(run.isAlive()).isFalse();
	}

	@Test
	void addsItsChecksToATemplateOnlyOnce() {
		this.loader.putTemplate("main.ftlh", "<#list parties as party>${party.name}</#list>");
		this.templates.render("main.ftlh", DATA, Locale.ENGLISH);
		Template first = Templates.load(this.templates.configuration(), "main.ftlh", Locale.ENGLISH);
		int size = size(first.getRootTreeNode());

		for (int time = 0; time < 5; time++) {
			this.templates.render("main.ftlh", DATA, Locale.ENGLISH);
		}

		assertThat(Templates.load(this.templates.configuration(), "main.ftlh", Locale.ENGLISH)).isSameAs(first);
		assertThat(size(first.getRootTreeNode())).isEqualTo(size);
	}

	private static int size(javax.swing.tree.TreeNode node) {
		int size = 1;
		for (int child = 0; child < node.getChildCount(); child++) {
			size += size(node.getChildAt(child));
		}
		return size;
	}

}
