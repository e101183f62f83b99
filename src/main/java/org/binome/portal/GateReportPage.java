package org.binome.portal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.gate.GateReport;
import org.binome.gate.GateReport.Line;
import org.binome.prospecting.Programmes;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How often each gate was asked, held, was overridden, made a difference, and what it
 * cost in days.
 */
@Controller
class GateReportPage {

	private final GateReport report;

	private final Programmes programmes;

	GateReportPage(GateReport report, Programmes programmes) {
		this.report = report;
		this.programmes = programmes;
	}

	@GetMapping("/gates")
	String show(@RequestParam(required = false) UUID programme, Model model) {
		List<Line> lines = this.report.lines(programme);
		model.addAttribute("programmes", this.programmes.all());
		if (programme != null) {
			model.addAttribute("chosen", this.programmes.get(programme));
		}
		model.addAttribute("lines", lines.stream().filter((line) -> line.evaluated() > 0).toList());
		model.addAttribute("silent", lines.stream().filter((line) -> line.evaluated() == 0).toList());
		model.addAttribute("most", lines.stream().mapToInt(Line::evaluated).max().orElse(0));
		model.addAttribute("longest",
				lines.stream().map(Line::days).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO));
		return "gate-report";
	}

	/** The same for a spreadsheet or a program; names are those of the headers. */
	@GetMapping("/gates.csv")
	ResponseEntity<byte[]> csv(@RequestParam(required = false) UUID programme) {
		String text = this.report.lines(programme)
			.stream()
			.map((line) -> Stream
				.of(line.gate().id(), String.join(" ", line.gate().rules()), line.evaluated(), line.held(),
						line.warned(), line.overridden(), line.changed(), line.cleared(), line.ended(), line.waiting(),
						line.days().toPlainString())
				.map(Object::toString)
				.collect(Collectors.joining(";")))
			.collect(Collectors.joining("\r\n",
					"\ufeffgate;rules;evaluated;held;warned;overridden;changed;cleared;ended;waiting;days\r\n",
					"\r\n"));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("gates.csv").build().toString())
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

}
