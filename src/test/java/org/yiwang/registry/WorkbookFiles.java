package org.yiwang.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/** Files that somebody might hand in for a sheet. */
public final class WorkbookFiles {
    private WorkbookFiles() {}

    static Path old() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("店名");
            Path file = Sheets.file(".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        }
    }

    static Path encrypted(Path plain) throws Exception {
        Path file = Sheets.file(".xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OPCPackage workbook = OPCPackage.open(plain.toFile())) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                workbook.save(out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        return file;
    }

    static Path withMacros() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("店名");
            Path file = Sheets.file(".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        }
    }

    /** Half a gigabyte of blanks in half a megabyte. */
    public static Path bomb() throws IOException {
        return zipped(out -> {
            byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 512; i++) out.write(blanks);
        });
    }

    /** A heading, two rows, and a million rows that somebody has formatted. */
    static Path millionEmptyRows(boolean filled) throws IOException {
        return zipped(out -> {
            out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    .getBytes(UTF_8));
            out.write(row(1, "商铺编号", "店名", "行业"));
            if (filled) out.write(row(2, "1", "甲", "餐饮"));
            for (int i = 3; i < 1_000_000; i++)
                out.write("<row r=\"%d\" spans=\"1:3\" ht=\"20\"><c r=\"A%1$d\"/><c r=\"B%1$d\"/></row>"
                        .formatted(i)
                        .getBytes(UTF_8));
            out.write("</sheetData></worksheet>".getBytes(UTF_8));
        });
    }

    /** An entity that grows a thousand million times when it is read. */
    static Path entities() throws IOException {
        return zipped(out -> out.write(
                ("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>"
                                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\"><c t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData></worksheet>")
                        .getBytes(UTF_8)));
    }

    private static byte[] row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String text : texts)
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        return row.append("</row>").toString().getBytes(UTF_8);
    }

    private interface Filling {
        void into(OutputStream out) throws IOException;
    }

    /** A plain workbook whose sheet is replaced. */
    private static Path zipped(Filling sheet) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("a");
            workbook.write(plain);
        }
        Path file = Sheets.file(".xlsx");
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(plain.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) sheet.into(out);
                else in.transferTo(out);
                out.closeEntry();
            }
        }
        return file;
    }
}
